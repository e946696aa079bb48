#include "objects/opcode.h"
#include <cstdio>
using namespace minipy;
int main(){ for(int o=0;o<256;o++){auto&i=opcode_info((Opcode)o); if(i.name.empty()||i.specialized)continue; printf("%s %d %d %d",i.name.data(),o,(int)i.kind,i.caches); for(int a=0;a<20;a++) printf(" %d %d",stack_effect((Opcode)o,a,0),stack_effect((Opcode)o,a,1)); puts("");}}
