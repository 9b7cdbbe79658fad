static bool (*handler)(void);
void (*table[3])(int);
int (*plain);
