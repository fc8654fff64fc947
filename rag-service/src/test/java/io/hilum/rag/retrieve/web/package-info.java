@NullMarked
package io.hilum.rag.retrieve.web;

import org.jspecify.annotations.NullMarked;
