extern struct callbacks *perf_guest_cbs;
extern void synchronize(void);
