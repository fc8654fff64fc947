@NullMarked
package io.hilum.rag.retrieve;

import org.jspecify.annotations.NullMarked;
