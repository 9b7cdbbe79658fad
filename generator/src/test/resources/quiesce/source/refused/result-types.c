sample(void)
{
	x++;
}
static other(int x)
{
}
static lower(int);
struct callbacks by_value(void);
void *pointer(void);
int (*returns_pointer(void))(int);
struct callbacks { int x; };
