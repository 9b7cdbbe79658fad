static bool (*handler)(void);
void (*table[3])(int);
int (*plain);
typedef void (*call_t)(void);
call_t named;
DEFINE_PER_CPU(call_t, of_cpu);
