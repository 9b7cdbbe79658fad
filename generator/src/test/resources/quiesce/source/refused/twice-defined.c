struct callbacks { int x; };
struct callbacks { int y; };
int x;
bool x;
void f(int a);
void f(int a)
{
}
void f(int a);
void f(int a)
{
}
void x(void);
DEFINE_SPINLOCK(f);
DEFINE_MUTEX(m);
static struct callbacks m = { };
DEFINE_STATIC_CALL(f, f);
DEFINE_STATIC_CALL_RET0(f, f);
