static int numbers[2] = 1;
static int values[2] = { .first = 1, 2 };
static int deep[2] = { { 1 }, 2 };
static int called[2] = { call() };
static struct ear ears[2];
static int table[2][2];
static void function(void)[2];
struct ear { int x; };
