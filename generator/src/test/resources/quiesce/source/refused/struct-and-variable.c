struct callbacks {
	int x;
} kvm_cbs;

struct other {
	int y;
} a, *b;
