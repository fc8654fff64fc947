@NullMarked
package io.hilum.rag.document.r2dbc;

import org.jspecify.annotations.NullMarked;
