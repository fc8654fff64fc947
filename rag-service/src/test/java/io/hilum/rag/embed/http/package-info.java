@NullMarked
package io.hilum.rag.embed.http;

import org.jspecify.annotations.NullMarked;
