static __attribute__((unused, cleanup(done))) int a;
static int b __attribute__((pure));
static int __attribute__((__weak__)) f(void);
static int c __section(".data..percpu");
static __weak int g(void);
__attribute__(packed) static int d;
int __attribute__(()) e;
