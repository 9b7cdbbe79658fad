void sample(void)
{
	pr_info("text);
	x = 3;
	y = "text;
	z++;
	call(a, ("text));
	z++;
	return;
}
