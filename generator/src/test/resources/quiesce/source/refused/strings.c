int number = "text";
struct callbacks *pointer = "text";

void sample(void)
{
	call("bad \q escape");
	x = "bad \q escape";
	return;
}
struct callbacks { int x; };
