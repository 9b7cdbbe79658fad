/** strategy: short */
int x;
