void sample(void)
{
	x = "text";
	if ("text" == y)
		call("fine");
	call("bad \q escape");
	return;
}
