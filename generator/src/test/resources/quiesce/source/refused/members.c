struct callbacks {
	int flag : 1;
	int list[4];
	int *pointer;
	void *data;
	struct callbacks self;
	bool is_in_guest(void);
	int x = 3;
	static int y;
	__nmi int z;
	int x;
	volatile int v;
	foo_t f;
	int
	bool missing;
};
