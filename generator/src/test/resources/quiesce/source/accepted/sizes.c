void sample(void)
{
	x = alloc(sizeof(struct callbacks), sizeof *p);
	y = sizeof(x) * 'a';
	call('\n', '\0', '\x41', '\'');
	return;
}
