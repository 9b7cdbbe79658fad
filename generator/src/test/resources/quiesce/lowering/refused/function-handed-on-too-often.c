struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;

static void called(void)
{
}

static void set0(struct callbacks *cbs, void (*fn)(void))
{
	cbs->f = fn;
}

static void set1(struct callbacks *cbs, void (*fn)(void))
{
	set0(cbs, fn);
	set0(cbs, fn);
}

static void set2(struct callbacks *cbs, void (*fn)(void))
{
	set1(cbs, fn);
	set1(cbs, fn);
}

static void set3(struct callbacks *cbs, void (*fn)(void))
{
	set2(cbs, fn);
	set2(cbs, fn);
}

static void set4(struct callbacks *cbs, void (*fn)(void))
{
	set3(cbs, fn);
	set3(cbs, fn);
}

static void set5(struct callbacks *cbs, void (*fn)(void))
{
	set4(cbs, fn);
	set4(cbs, fn);
}

static void set6(struct callbacks *cbs, void (*fn)(void))
{
	set5(cbs, fn);
	set5(cbs, fn);
}

static void set7(struct callbacks *cbs, void (*fn)(void))
{
	set6(cbs, fn);
	set6(cbs, fn);
}

static void set8(struct callbacks *cbs, void (*fn)(void))
{
	set7(cbs, fn);
	set7(cbs, fn);
}

static void set9(struct callbacks *cbs, void (*fn)(void))
{
	set8(cbs, fn);
	set8(cbs, fn);
}

static void set10(struct callbacks *cbs, void (*fn)(void))
{
	set9(cbs, fn);
	set9(cbs, fn);
}

static void set11(struct callbacks *cbs, void (*fn)(void))
{
	set10(cbs, fn);
	set10(cbs, fn);
}

static void set12(struct callbacks *cbs, void (*fn)(void))
{
	set11(cbs, fn);
	set11(cbs, fn);
}

static void set13(struct callbacks *cbs, void (*fn)(void))
{
	set12(cbs, fn);
	set12(cbs, fn);
}

static void set14(struct callbacks *cbs, void (*fn)(void))
{
	set13(cbs, fn);
	set13(cbs, fn);
}

static void set15(struct callbacks *cbs, void (*fn)(void))
{
	set14(cbs, fn);
	set14(cbs, fn);
}

static void set16(struct callbacks *cbs, void (*fn)(void))
{
	set15(cbs, fn);
	set15(cbs, fn);
}

static void set17(struct callbacks *cbs, void (*fn)(void))
{
	set16(cbs, fn);
	set16(cbs, fn);
}

static void set18(struct callbacks *cbs, void (*fn)(void))
{
	set17(cbs, fn);
	set17(cbs, fn);
}

static void set19(struct callbacks *cbs, void (*fn)(void))
{
	set18(cbs, fn);
	set18(cbs, fn);
}

static void set20(struct callbacks *cbs, void (*fn)(void))
{
	set19(cbs, fn);
	set19(cbs, fn);
}

static void set21(struct callbacks *cbs, void (*fn)(void))
{
	set20(cbs, fn);
	set20(cbs, fn);
}

static void set22(struct callbacks *cbs, void (*fn)(void))
{
	set21(cbs, fn);
	set21(cbs, fn);
}

static void set23(struct callbacks *cbs, void (*fn)(void))
{
	set22(cbs, fn);
	set22(cbs, fn);
}

static void set24(struct callbacks *cbs, void (*fn)(void))
{
	set23(cbs, fn);
	set23(cbs, fn);
}

static void set25(struct callbacks *cbs, void (*fn)(void))
{
	set24(cbs, fn);
	set24(cbs, fn);
}

static void set26(struct callbacks *cbs, void (*fn)(void))
{
	set25(cbs, fn);
	set25(cbs, fn);
}

static void set27(struct callbacks *cbs, void (*fn)(void))
{
	set26(cbs, fn);
	set26(cbs, fn);
}

static void set28(struct callbacks *cbs, void (*fn)(void))
{
	set27(cbs, fn);
	set27(cbs, fn);
}

static void set29(struct callbacks *cbs, void (*fn)(void))
{
	set28(cbs, fn);
	set28(cbs, fn);
}

__register void reg(struct callbacks *cbs)
{
	set29(cbs, called);
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(void)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}
