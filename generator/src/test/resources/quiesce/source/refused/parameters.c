void a(int x, bool x);
void b(int);
void c(int)
{
}
void d(const char *fmt, ...);
void e(bool (*callback)(void), void (*)(int));
void f(struct callbacks cbs, void *data, int list[], int *p);
void g(static int x, volatile int y);
void h(foo_t, foo_t *x);
void i(void v);
void j(int x y);
void k(int x,);
void l(int x;
void m(int x);
struct callbacks { int x; };
