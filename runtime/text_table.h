// text_table.h -- tables of numbers as text: CSV and its like.
//
// A format is "DELIMITER SKIP MOST MISSING COLUMNS COMMENT": the character between fields (a
// number; 0: blanks), lines to skip, rows to read at most (-1: all), whether what is no number is
// nan (1) or an error (0), the columns to read ("-": all; else "0,2,-1"), and what a comment begins
// with, which may be empty.
#ifndef CJAX_RUNTIME_TEXT_TABLE_H
#define CJAX_RUNTIME_TEXT_TABLE_H

#include "runtime/dtype.h"

#include <stdint.h>

typedef struct TextTable {
  int64_t rows, columns;
  Dtype dtype; // DTYPE_F64 or DTYPE_I64
  void *out;   // where `room` elements go; null: they are counted
  int64_t room;
} TextTable;

// Reads a file. Null or "Type: message", which lives until the next call.
const char *text_table_read(TextTable *t, const char *path, const char *format);

#endif
