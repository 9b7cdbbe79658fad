void sample(void)
{
	struct x { int y; };
	struct z { int y; } w;
	enum e { A, B };
	union u { int a; } v;
	return;
}
