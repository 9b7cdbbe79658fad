enum mode { A, B = 3 };
enum { C };
enum mode current_mode;
union both { int a; int b; };

struct s {
	enum mode mode;
	enum { X, Y } which;
	union { int a; int b; } u;
	union { int c; };
	struct { int d; } inner;
	struct { int e; };
};
