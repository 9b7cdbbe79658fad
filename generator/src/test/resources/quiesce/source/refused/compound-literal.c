void sample(void)
{
	call(&(struct callbacks){ .get_ip = NULL });
	return;
}
