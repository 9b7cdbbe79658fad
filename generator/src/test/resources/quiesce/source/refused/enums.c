enum a { FIRST, SECOND = FIRST + unknown, BIG = 2147483647, BIGGER };
enum b { FIRST };
int SECOND;

struct s {
	enum { INNER } which;
	enum c { OTHER };
};

enum d { AND_A_VARIABLE } variable;

void sample(int FIRST)
{
	enum e { LOCAL };
	enum { LOCAL_TOO } x;
	int BIG = 0;

	for (int BIGGER = 0; ; )
		x = AND_A_VARIABLE;
}

void BIGGER(void)
{
	FIRST = 3;
	LOCAL();
}
