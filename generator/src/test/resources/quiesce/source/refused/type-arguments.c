void sample(void)
{
	x = container_of(p, struct kvm, cbs);
	z = container_of(p, struct kvm *, cbs);
	y = va_arg(args, int);
	return;
}
