void sample(void)
{
	bool (*f)(void) = cbs->is_in_guest;
	f();
	return;
}
