#define endless(x
#define open(

int f(int x)
{
	return endless(x) + open();
}
