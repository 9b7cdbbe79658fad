struct {
	int x;
};
struct {
	int x;
} object;
