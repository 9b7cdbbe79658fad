/*
 * strategy: rcu
 * expect: all hold
 */
void sample(void);
