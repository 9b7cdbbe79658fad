struct pad {
	int x;
};

static struct {
	int y;
} pad;
