/** A litmus test of the kernel's memory model: what surrounds the C of its processes. */
parser grammar LitmusParser;

options { tokenVocab = LitmusLexer; }

test : TITLE initial item* EOF ;

// ---- The initial state --------------------------------------------------------------------------

initial : LBRACE setting? ( SEMICOLON setting? )* RBRACE ;

// With the words of a type before the name it is a declaration of C.
setting : ( NAME | STAR )* place ( LBRACK NUMBER? RBRACK )? ( ASSIGN constant )? ;

constant
    : LPAREN constant RPAREN                # innerConstant
    | LPAREN NAME+ STAR* RPAREN constant    # castConstant
    | NAME LPAREN constant RPAREN           # macroConstant
    | MINUS? NUMBER                         # numberConstant
    | AMP? NAME                             # nameConstant
    ;

// Also in locations and conditions.
place
    : NUMBER COLON NAME     # registerPlace
    | LBRACK NAME RBRACK    # memoryPlace
    | STAR NAME             # memoryPlace
    | NAME                  # memoryPlace
    ;

// ---- After it ----------------------------------------------------------------------------------

item : code | locations | filter | condition ;

// Left to the grammar of C: a process, or what people will try beside one. The lexer has put aside
// what is between the braces.
code
    : NAME ~( LBRACE | RBRACE | SEMICOLON | TILDE | EXISTS | FORALL | FILTER | LOCATIONS )*
      ( LBRACE RBRACE SEMICOLON? | SEMICOLON )
    ;

locations : LOCATIONS LBRACK place? ( SEMICOLON place? )* RBRACK ;
filter    : FILTER proposition ;
condition : TILDE? ( EXISTS | FORALL ) proposition ;

proposition
    : LPAREN proposition RPAREN                                        # innerProposition
    | ( TILDE | NOT_WORD ) proposition                                 # notProposition
    | proposition AND proposition                                      # andProposition
    | proposition OR proposition                                       # orProposition
    | place op=( ASSIGN | EQUAL | NOT_EQUAL | UNEQUAL ) operand        # comparison
    | NAME                                                             # truthProposition
    ;

operand
    : LPAREN operand RPAREN       # innerOperand
    | MINUS? NUMBER               # numberOperand
    | AMP? NAME                   # addressOperand
    | NUMBER COLON NAME           # registerOperand
    | STAR NAME                   # memoryOperand
    | LBRACK NAME RBRACK          # memoryOperand
    ;
