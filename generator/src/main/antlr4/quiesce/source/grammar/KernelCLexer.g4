/**
 * The words of kernel C: those of C, complete enough that what a kind of file may not use is
 * recognised and refused by its name, and the kernel's macros that define something.
 */
lexer grammar KernelCLexer;

// What the parser never sees. COMMENTS is kept for the front matter; the tokens of the other two
// are refused one by one, and parsing continues as if they were not there.
channels { COMMENTS, DIRECTIVES, ERRORS }

// ---- Definitions that the kernel writes as macros ------------------------------------------------

DEFINE_PER_CPU          : 'DEFINE_PER_CPU' ;
DEFINE_STATIC_CALL      : 'DEFINE_STATIC_CALL' ;
DEFINE_STATIC_CALL_RET0 : 'DEFINE_STATIC_CALL_RET0' ;
DEFINE_LOCK
    : 'DEFINE_SPINLOCK' | 'DEFINE_RAW_SPINLOCK' | 'DEFINE_MUTEX' | 'DEFINE_RWLOCK'
    | 'DECLARE_RWSEM' | 'DEFINE_PERCPU_RWSEM' | 'DEFINE_STATIC_PERCPU_RWSEM'
    ;
DEFINE_SRCU             : 'DEFINE_SRCU' | 'DEFINE_STATIC_SRCU' ;

// ---- Specifiers ----------------------------------------------------------------------------------

ROLE
    : '__register' | '__unregister' | '__permanent'
    | '__nmi' | '__irq' | '__softirq' | '__task' | '__pins_provider'
    ;

STATIC : 'static' ;

// These change neither the order nor the number of the accesses, so they are read and forgotten.
ANNOTATION
    : 'inline' | '__inline' | '__inline__' | '__always_inline' | 'noinline' | 'const'
    | '__init' | '__exit' | 'notrace' | 'noinstr' | '__cold' | '__hot' | '__must_check'
    | '__maybe_unused' | '__used' | '__read_mostly' | '__ro_after_init' | '__rcu' | '__percpu'
    ;

REFUSED_SPECIFIER
    : 'volatile' | '__volatile__' | 'extern' | 'typedef' | 'register' | 'auto' | '__auto_type'
    | 'restrict' | '__restrict' | '_Atomic' | '__thread' | '_Thread_local' | 'float' | 'double'
    ;

VOID    : 'void' ;
BOOL    : 'bool' | '_Bool' ;
INTEGER
    : 'int' | 'unsigned' | 'signed' | 'long' | 'short' | 'char' | 'size_t' | 'ssize_t'
    | [us] ('8' | '16' | '32' | '64')
    | '__' [us] ('8' | '16' | '32' | '64')
    | 'u'? 'int' ('8' | '16' | '32' | '64' | 'ptr') '_t' | 'ptrdiff_t'
    ;
KERNEL_TYPE : 'spinlock_t' | 'raw_spinlock_t' | 'rwlock_t' ;
ATOMIC_TYPE : 'atomic_t' | 'atomic64_t' | 'atomic_long_t' | 'refcount_t' ;
STRUCT    : 'struct' ;
UNION     : 'union' ;
ENUM      : 'enum' ;
TYPEOF    : 'typeof' | '__typeof__' | '__typeof' ;
ATTRIBUTE : '__attribute__' | '__attribute' | '__aligned' | '__printf' | '__section' ;

// ---- Statements ----------------------------------------------------------------------------------

IF       : 'if' ;
ELSE     : 'else' ;
WHILE    : 'while' ;
DO       : 'do' ;
RETURN   : 'return' ;
GOTO     : 'goto' ;
FOR      : 'for' ;
SWITCH   : 'switch' ;
CASE     : 'case' ;
DEFAULT  : 'default' ;
BREAK    : 'break' ;
CONTINUE : 'continue' ;
ASM      : 'asm' | '__asm__' | '__asm' ;

// Every CPU is there and online.
FOR_EACH_POSSIBLE_CPU : 'for_each_' ('possible' | 'present' | 'online') '_cpu' ;
FOR_EACH_ENTRY        : 'h'? 'list_for_each_entry' ( '_rcu' | '_srcu' )? ;
FOR_EACH_ENTRY_SAFE   : 'h'? 'list_for_each_entry_safe' ;
SCOPED_GUARD           : 'scoped_guard' ;
// for_each_online_cpu(), hash_for_each(): loops, so what follows has no semicolon before it.
LOOP_MACRO            : [A-Za-z_] WORD* 'for_each' WORD* | 'for_each' WORD* ;

// ---- Operands ------------------------------------------------------------------------------------

NULL   : 'NULL' ;
TRUE   : 'true' ;
FALSE  : 'false' ;
SIZEOF : 'sizeof' | '_Alignof' ;

// Precedes a string without a comma, and is a string itself: printk(KERN_INFO "text").
LOG_LEVEL : 'KERN_' [A-Z]+ ;

NAME : [A-Za-z_] WORD* ;

// A preprocessing number as C has it: 1.5 and 12abc are one token each, and refused as a whole.
NUMBER    : [0-9] ( WORD | '.' )* ;
TEXT      : '"' ( ESCAPE | ~["\\\n] )* '"' ;
// Ends with its line. The parser takes it for a string, and what it has swallowed as read.
UNTERMINATED_TEXT : '"' ( ESCAPE | ~["\\\n] )* '\\'? ;
CHARACTER : '\'' ( ESCAPE | ~['\\\n] )+ '\'' ;

fragment WORD   : [A-Za-z0-9_] ;
fragment ESCAPE : '\\' ~[\n] ;

// ---- Punctuation ---------------------------------------------------------------------------------

LPAREN : '(' ;   RPAREN : ')' ;
LBRACE : '{' ;   RBRACE : '}' ;
LBRACK : '[' ;   RBRACK : ']' ;

SEMICOLON : ';' ;   COMMA : ',' ;   COLON : ':' ;   QUESTION : '?' ;   ELLIPSIS : '...' ;

ARROW : '->' ;   DOT : '.' ;

ASSIGN : '=' ;
COMPOUND_ASSIGN : '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' ;

EQUAL : '==' ;   NOT_EQUAL : '!=' ;   AND : '&&' ;   OR : '||' ;   NOT : '!' ;

STAR   : '*' ;   SLASH : '/' ;   PERCENT : '%' ;   PLUS : '+' ;   MINUS : '-' ;
AMP    : '&' ;   BAR : '|' ;     CARET : '^' ;     TILDE : '~' ;
SHIFT  : '<<' | '>>' ;
ORDER  : '<' | '>' | '<=' | '>=' ;
STEP   : '++' | '--' ;

// ---- What the parser does not see ----------------------------------------------------------------

BYTE_ORDER_MARK : '\uFEFF' { getCharIndex() == 1 }? -> skip ;
WHITE           : [ \t\u000B\f\n]+ -> skip ;

BLOCK_COMMENT : '/*' .*? '*/' -> channel(COMMENTS) ;
LINE_COMMENT  : '//' ~[\n]*   -> channel(COMMENTS) ;

// A line that begins with #, with the lines that a backslash or a comment joins to it.
DIRECTIVE : '#' ( '\\\n' | '/*' .*? '*/' | ~[\n] )* -> channel(DIRECTIVES) ;

UNTERMINATED_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* EOF -> channel(ERRORS) ;
UNKNOWN_CHARACTER    : .                                    -> channel(ERRORS) ;
