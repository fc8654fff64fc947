@NullMarked
package io.hilum.rag.hold.http;

import org.jspecify.annotations.NullMarked;
