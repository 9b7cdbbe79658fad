typedef int foo_t;
typedef struct callbacks {
	int x;
	typedef int inner_t;
} callbacks_t;
typedef bool (*is_in_guest_t)(void);
typedef int foo_t;
typedef long foo_t;
typedef bool foo_t;
typedef void function_t(void);
typedef void nothing_t;
typedef int array_t[3];
typedef struct { int y; } nameless_t;
typedef enum { A, B } enum_t;
typedef int *int_p;
typedef callbacks_t *callbacks_p;
typedef struct callbacks;
typedef int initialised_t = 3;
typedef int body_t { }
static typedef int static_t;

is_in_guest_t global;
callbacks_p *pointer;
later_t early;
typedef int later_t;
function_t *function;
foo_t *number;
unsigned foo_t both;

callbacks_t value(callbacks_t cbs);

void sample(callbacks_t *cbs, is_in_guest_t f, typedef int p)
{
	typedef int local_t;
	is_in_guest_t g;
	callbacks_t by_value;
	local_t y = x + 1;
}
