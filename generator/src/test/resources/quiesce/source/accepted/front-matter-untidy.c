/**
 strategy:x
	*title :  y  
**/
int x;
