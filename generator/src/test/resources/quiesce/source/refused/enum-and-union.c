union both { int a; int b; };

struct s {
	enum { X, Y } which;
	union { int a; int b; } u;
	union { int c; };
	struct { int d; } inner;
	struct { int e; };
};
