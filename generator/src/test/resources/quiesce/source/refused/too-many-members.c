struct m0 {
	int a, b;
};
struct m1 {
	struct m0 x, y;
};
struct m2 {
	struct m1 x, y;
};
struct m3 {
	struct m2 x, y;
};
struct m4 {
	struct m3 x, y;
};
struct m5 {
	struct m4 x, y;
};
struct m6 {
	struct m5 x, y;
};
struct m7 {
	struct m6 x, y;
};
struct m8 {
	struct m7 x, y;
};
