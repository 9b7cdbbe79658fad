typedef int foo_t;
typedef struct callbacks {
	int x;
} callbacks_t;
typedef bool (*is_in_guest_t)(void);

foo_t global;

void sample(callbacks_t *cbs)
{
	typedef int local_t;
	foo_t x;
	local_t y = x + 1;
}
