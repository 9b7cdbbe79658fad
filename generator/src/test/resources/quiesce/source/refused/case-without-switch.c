void sample(void)
{
	case 3:
		call();
	default:
		call();
	return;
}
