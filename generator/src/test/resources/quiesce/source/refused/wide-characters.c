void sample(void)
{
	call("😀", x++); /* 😀 */ y = é;
}
