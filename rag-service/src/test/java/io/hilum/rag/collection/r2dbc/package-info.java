@NullMarked
package io.hilum.rag.collection.r2dbc;

import org.jspecify.annotations.NullMarked;
