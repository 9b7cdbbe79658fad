/**
 * The words of a litmus test of the kernel's memory model, as herd7 reads them: a header, then the
 * initial state, processes in C and the condition, which share their words.
 */
lexer grammar LitmusLexer;

// What the parser never sees: comments, and text that is refused word by word.
channels { COMMENTS, ERRORS }

@members {
  private int depth;
  private int blocks;

  private void open() {
    blocks += depth == 0 ? 1 : 0;
    depth++;
  }

  private void close() {
    depth -= depth > 0 ? 1 : 0;
  }

  /** In the braces after the initial state, '(*' begins a dereference and not a comment. */
  private boolean code() {
    return depth > 0 && blocks > 1;
  }
}

// ---- The header: the name, comments, "a cycle", Key=value ---------------------------------------

BYTE_ORDER_MARK : '\uFEFF' { getCharIndex() == 1 }? -> skip ;
HEADER_WHITE    : [ \t\f\u000B\n]+ -> skip ;
TITLE           : 'C' [ \t]+ ~[ \t\n] ~[\n]* ;
INFORMATION     : [A-Za-z_] [A-Za-z_0-9]* [ \t]* '=' ~[\n]* -> skip ;
QUOTED          : '"' ~["]* '"' -> skip ;
HEADER_C_COMMENT    : ( '/*' .*? '*/' | '//' ~[\n]* ) -> channel(COMMENTS) ;
HEADER_COMMENT_OPEN : '(*' -> type(COMMENT_OPEN), channel(COMMENTS), pushMode(COMMENT) ;
HEADER_LBRACE       : '{' { open(); } -> type(LBRACE), mode(TEST) ;
HEADER_TEXT         : ( [A-Za-z_0-9]+ | . ) -> channel(ERRORS) ;

// ---- The test -----------------------------------------------------------------------------------

mode TEST;

EXISTS : 'exists' ;   FORALL : 'forall' ;   FILTER : 'filter' ;   LOCATIONS : 'locations' ;
NOT_WORD : 'not' ;

IF : 'if' ;   ELSE : 'else' ;   STRUCT : 'struct' ;

TYPE
    : 'void' | 'bool' | '_Bool' | 'char' | 'short' | 'int' | 'long' | 'signed' | 'unsigned'
    | [us] ( '8' | '16' | '32' | '64' )
    | '__' [us] ( '8' | '16' | '32' | '64' )
    | 'u'? 'int' ( '8' | '16' | '32' | '64' | 'ptr' ) '_t'
    | 'size_t' | 'ssize_t' | 'ptrdiff_t'
    | 'atomic_t' | 'atomic64_t' | 'atomic_long_t' | 'spinlock_t'
    ;

// These change no access: to herd7, too, a volatile parameter is one like any other.
ANNOTATION : 'const' | '__rcu' ;
VOLATILE   : 'volatile' ;

// C that the grammar has no place for: named, so that it is refused by its name.
REFUSED_WORD
    : 'while' | 'do' | 'for' | 'goto' | 'return' | 'switch' | 'case' | 'default' | 'break'
    | 'continue' | 'asm' | '__asm__' | 'static' | 'extern' | 'typedef' | 'union'
    | 'enum' | 'sizeof' | 'typeof' | 'float' | 'double'
    ;

NAME   : [A-Za-z_] [A-Za-z_0-9]* ;
NUMBER : [0-9] [A-Za-z_0-9.]* ;
TEXT   : '"' ~["\n]* '"' ;

// A line that begins with #, with those that a backslash joins to it.
DIRECTIVE : '#' ( '\\\n' | ~[\n] )* ;

COMMENT_OPEN : '(*' { !code() }? -> channel(COMMENTS), pushMode(COMMENT) ;

LPAREN : '(' ;   RPAREN : ')' ;
LBRACE : '{' { open(); } ;
RBRACE : '}' { close(); } ;
LBRACK : '[' ;   RBRACK : ']' ;

SEMICOLON : ';' ;   COMMA : ',' ;   COLON : ':' ;

ASSIGN : '=' ;
EQUAL : '==' ;   NOT_EQUAL : '!=' ;   UNEQUAL : '<>' ;
BOTH : '&&' ;    EITHER : '||' ;      NOT : '!' ;
AND : '/\\' ;    OR : '\\/' ;         TILDE : '~' ;

STAR : '*' ;   PLUS : '+' ;   MINUS : '-' ;
AMP  : '&' ;   BAR : '|' ;    CARET : '^' ;
ORDER : '<' | '>' | '<=' | '>=' ;

REFUSED_SIGN
    : '?' | '->' | '.' | '++' | '--' | '/' | '%' | '<<' | '>>' | '...' | '=>'
    | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>='
    ;

WHITE     : [ \t\f\u000B\n]+ -> skip ;
C_COMMENT : ( '/*' .*? '*/' | '//' ~[\n]* ) -> channel(COMMENTS) ;

UNTERMINATED_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* EOF -> channel(ERRORS) ;
UNKNOWN_CHARACTER    : .                                    -> channel(ERRORS) ;

// ---- Comments of the (* kind, which nest --------------------------------------------------------

mode COMMENT;

INNER_COMMENT_OPEN : '(*' -> type(COMMENT_OPEN), channel(COMMENTS), pushMode(COMMENT) ;
COMMENT_CLOSE      : '*)' -> channel(COMMENTS), popMode ;
COMMENT_TEXT       : ( ~[(*]+ | [(*] ) -> skip ;
