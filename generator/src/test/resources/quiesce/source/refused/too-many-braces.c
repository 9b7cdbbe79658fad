void sample(void)
{
	if (a) {
		call();
	}
	}
}

void fine(void)
{
	x++;
}
}
