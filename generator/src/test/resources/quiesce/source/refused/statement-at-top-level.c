x = 3;
if (a)
	call();
return;

void fine(void)
{
	x++;
}
