#define at(a) a @ a

int f(int x)
{
	return at(x);
}
