struct callbacks;
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(struct pt_regs *regs, int), (*get_bp)();
	struct callbacks *(*next)(const char *fmt, ...);
	void (*done)(int (*)(void), void *data);
	struct callbacks __rcu *list, *const other;
	bool a, b;
	_Bool c;
	int d;
	unsigned e;
	unsigned int f;
	unsigned long long g;
	long h;
	short i;
	char j;
	u8 k; u16 l; u32 m; u64 n; s8 o; s64 p; size_t q; __u32 r; uint64_t s;
	const int t;
	;
};
struct empty {
};
