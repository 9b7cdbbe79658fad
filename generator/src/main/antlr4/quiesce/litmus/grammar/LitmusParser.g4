/**
 * A litmus test of the kernel's memory model. The C of the processes is that of straight code and
 * branches; what lies outside is named where the parser stops.
 */
parser grammar LitmusParser;

options { tokenVocab = LitmusLexer; }

test : TITLE initial item* EOF ;

// ---- The initial state --------------------------------------------------------------------------

initial : LBRACE setting? ( SEMICOLON setting? )* RBRACE ;

setting : type? ( STAR | qualifier )* place ( ASSIGN constant )? ;

constant
    : LPAREN constant RPAREN                # innerConstant
    | LPAREN type ( STAR | qualifier )* RPAREN constant # castConstant
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

type : word+ ;
word : TYPE | qualifier | STRUCT NAME ;

qualifier : ANNOTATION | VOLATILE ;

// ---- After it ----------------------------------------------------------------------------------

item : process | locations | filter | condition ;

process    : type? NAME LPAREN ( parameters | type )? RPAREN block ;
parameters : parameter ( COMMA parameter )* ;
parameter  : type ( STAR | qualifier )* NAME ;

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

// ---- Statements ---------------------------------------------------------------------------------

block : LBRACE statement* RBRACE ;

statement
    : block                                                     # blockStatement
    | SEMICOLON                                                 # emptyStatement
    | type declarator ( COMMA declarator )* SEMICOLON           # declarationStatement
    | IF LPAREN expression RPAREN statement ( ELSE statement )? # ifStatement
    | expression ASSIGN expression SEMICOLON                    # assignmentStatement
    | expression SEMICOLON                                      # expressionStatement
    ;

declarator : ( STAR | qualifier )* NAME ( ASSIGN expression )? ;

// ---- Expressions, from the tightest binding to the loosest --------------------------------------

expression
    : NAME                                                      # nameExpression
    | NUMBER                                                    # numberExpression
    | NAME LPAREN ( expression ( COMMA expression )* )? RPAREN  # callExpression
    | LPAREN expression RPAREN                                  # innerExpression
    | LPAREN type ( STAR | qualifier )* RPAREN expression       # castExpression
    | op=( NOT | MINUS | PLUS | TILDE | STAR | AMP ) expression # prefixExpression
    | expression op=STAR expression                             # binaryExpression
    | expression op=( PLUS | MINUS ) expression                 # binaryExpression
    | expression op=ORDER expression                            # binaryExpression
    | expression op=( EQUAL | NOT_EQUAL ) expression            # binaryExpression
    | expression op=AMP expression                              # binaryExpression
    | expression op=CARET expression                            # binaryExpression
    | expression op=BAR expression                              # binaryExpression
    | expression op=BOTH expression                             # binaryExpression
    | expression op=EITHER expression                           # binaryExpression
    ;
